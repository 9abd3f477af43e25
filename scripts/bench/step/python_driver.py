"""Reads addresses from stdin, one a line, and runs an act for each with the Python SDK."""

import os
import sys

import boto3
from nova_act import NovaAct, Workflow

make_client = boto3.Session.client


def client_of_this_service(self, *args, **kwargs):
    """The SDK names its endpoint itself; no setting changes it."""
    if kwargs.get("service_name") == "nova-act":
        kwargs["endpoint_url"] = os.environ["AWS_ENDPOINT_URL_NOVA_ACT"]
    return make_client(self, *args, **kwargs)


boto3.Session.client = client_of_this_service

with Workflow(model_id="nova-act-latest", workflow_definition_name="bench") as workflow:
    with NovaAct(
        starting_page="about:blank",
        cdp_endpoint_url=os.environ["BENCH_CDP_URL"],
        workflow=workflow,
        headless=True,
        tty=False,
        ignore_screen_dims_check=True,
        ignore_https_errors=True,  # It probes port 443 of every host otherwise.
    ) as nova:
        print("@@ready", flush=True)
        for line in sys.stdin:
            try:
                nova.page.goto(line.strip())
                nova.act("Click.")
                nova.page.goto("about:blank")
                print("@@done", flush=True)
            except Exception as error:
                print("@@failed " + repr(error)[:500].replace("\n", " "), flush=True)
