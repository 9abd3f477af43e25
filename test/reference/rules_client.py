"""The official client on pages that are given, with a model that reads their HTML: it sends that when it is replayable."""

import json
import os
import tempfile

import boto3
from nova_act import ActAgentFailed, NovaAct, Workflow

make_client = boto3.Session.client


def client_of_this_service(self, *args, **kwargs):
    if kwargs.get("service_name") == "nova-act":
        kwargs["endpoint_url"] = os.environ["AWS_ENDPOINT_URL_NOVA_ACT"]
    return make_client(self, *args, **kwargs)


boto3.Session.client = client_of_this_service

answers = []
with tempfile.TemporaryDirectory() as logs, Workflow(
    model_id="nova-act-latest", workflow_definition_name="by-rules"
) as workflow:
    with NovaAct(
        starting_page=os.environ["PAGE_URL"],
        cdp_endpoint_url=os.environ["CDP_URL"],
        workflow=workflow,
        headless=True,
        tty=False,
        ignore_https_errors=True,  # It probes port 443 of every host otherwise.
        logs_directory=logs,
        replayable=True,
    ) as nova:
        for prompt, schema in json.loads(os.environ["PROMPTS"]):
            try:
                if schema is None:
                    nova.act(prompt)
                    answers.append(nova.page.url)
                else:
                    answers.append(nova.act_get(prompt, schema=schema).parsed_response)
            except ActAgentFailed as error:
                answers.append({"refused": str(error.message or error)})
print("@@" + json.dumps(answers))
