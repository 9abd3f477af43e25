"""One act with the official client, against a service and in a browser that are given."""

import json
import os

import boto3
from nova_act import NovaAct, Workflow
from nova_act.tools.human.interface.human_input_callback import (
    ApprovalResponse,
    HumanInputCallbacksBase,
    UiTakeoverResponse,
)

make_client = boto3.Session.client


def client_of_this_service(self, *args, **kwargs):
    """The client names its endpoint itself; no setting changes it."""
    if kwargs.get("service_name") == "nova-act":
        kwargs["endpoint_url"] = os.environ["AWS_ENDPOINT_URL_NOVA_ACT"]
    return make_client(self, *args, **kwargs)


boto3.Session.client = client_of_this_service


class Person(HumanInputCallbacksBase):
    def approve(self, message):
        return ApprovalResponse.YES

    def ui_takeover(self, message):
        return UiTakeoverResponse.COMPLETE


with Workflow(model_id="nova-act-latest", workflow_definition_name="reference") as workflow:
    with NovaAct(
        starting_page=os.environ["PAGE_URL"],
        cdp_endpoint_url=os.environ["CDP_URL"],
        workflow=workflow,
        human_input_callbacks=Person(),
        headless=True,
        tty=False,
        ignore_https_errors=True,  # It probes port 443 of every host otherwise.
    ) as nova:
        result = nova.act_get(os.environ["PROMPT"], schema=json.loads(os.environ["SCHEMA"]))
        print("@@" + json.dumps(result.parsed_response))
