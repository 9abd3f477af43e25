"""boto3, then the official client, with nothing but the environment that the local service prints."""

import json
import os
import urllib.request

import boto3

account = boto3.client("sts").get_caller_identity()["Account"]

nova_act = boto3.client("nova-act")
nova_act.create_workflow_definition(name="by-boto3", exportConfig={"s3BucketName": "traces"})
definition = {"workflowDefinitionName": "by-boto3"}
client_info = {"compatibilityVersion": 1, "sdkVersion": "boto3"}
ids = [
    nova_act.create_workflow_run(**definition, modelId="nova-act-latest", clientInfo=client_info)["workflowRunId"]
    for _ in range(3)
]
run = {**definition, "workflowRunId": ids[0]}
session_id = nova_act.create_session(**run)["sessionId"]
act = {**run, "sessionId": session_id}
act["actId"] = nova_act.create_act(**act, task="Do it")["actId"]
for _ in range(2):
    nova_act.update_act(**act, status="SUCCEEDED")
    nova_act.update_workflow_run(**run, status="SUCCEEDED")
try:
    nova_act.update_workflow_run(**run, status="FAILED")
    refused = None
except nova_act.exceptions.ConflictException as error:
    refused = error.response["Error"]["Code"]

pages = nova_act.get_paginator("list_workflow_runs").paginate(**definition, PaginationConfig={"PageSize": 2})
listed = [summary["workflowRunId"] for page in pages for summary in page["workflowRunSummaries"]]

url = nova_act.generate_presigned_url("get_workflow_run", Params=run)
with urllib.request.urlopen(url) as answer:
    presigned = json.load(answer)["status"]

models = nova_act.list_models(clientCompatibilityVersion=1)["modelSummaries"]
nova_act.delete_workflow_run(**definition, workflowRunId=ids[1])

# The official client names its endpoint itself: this is all that it needs besides the environment.
make_client = boto3.Session.client


def client_of_this_service(self, *args, **kwargs):
    if kwargs.get("service_name") == "nova-act":
        kwargs["endpoint_url"] = os.environ["AWS_ENDPOINT_URL_NOVA_ACT"]
    return make_client(self, *args, **kwargs)


boto3.Session.client = client_of_this_service

from nova_act import Workflow  # noqa: E402

with Workflow(model_id="nova-act-latest", workflow_definition_name="by-nova-act") as workflow:
    official = workflow.workflow_run.workflow_run_id

facts = {
    "account": account,
    "runs": listed == ids[::-1],
    "refused": refused,
    "presigned": presigned,
    "models": len(models) > 0,
    "official": official,
}
print("@@" + json.dumps(facts))
