"""What the official client offers: its README's headings, its parameters, members, exports and environment."""

import dataclasses
import importlib.metadata
import inspect
import json
import pathlib
import re

import nova_act
from nova_act.util.s3_writer import S3Writer


def anchor(heading):
    plain = re.sub(r"[^\w\- ]", "", heading.lower())
    return plain.strip().replace(" ", "-")


readme = importlib.metadata.metadata("nova-act").get_payload() or importlib.metadata.metadata("nova-act")["Description"]
prose = re.sub(r"^```.*?^```", "", readme, flags=re.M | re.S)
headings = re.findall(r"^#{1,6} (.+)$", prose, flags=re.M)
# Notes that the README writes as headings.
sections = sorted({anchor(heading) for heading in headings if "⚠️" not in heading})


def parameters(call):
    return sorted(name for name in inspect.signature(call).parameters if name != "self")


folder = pathlib.Path(nova_act.__file__).parent
sources = "".join(path.read_text() for path in folder.rglob("*.py") if "cli" not in path.parts)
environment = sorted(set(re.findall(r"""["'](NOVA_ACT_[A-Z_]*[A-Z])["']""", sources)))


def members(kind, name):
    fields = {field.name for field in dataclasses.fields(kind)}
    properties = {key for key, value in vars(kind).items() if isinstance(value, property)}
    return {f"{name}.{member}" for member in fields | properties if not member.startswith("_")}


result = members(nova_act.ActResult, "result") | members(nova_act.ActGetResult, "result")
result |= members(nova_act.ActMetadata, "metadata")
facts = {
    "sections": sections,
    "parameters": {
        "NovaAct": parameters(nova_act.NovaAct),
        "act": parameters(nova_act.NovaAct.act)[:],
        "act_get": parameters(nova_act.NovaAct.act_get),
        "Workflow": parameters(nova_act.Workflow),
        "S3Writer": parameters(S3Writer),
        "SecurityOptions": sorted(nova_act.SecurityOptions.model_fields),
        "LocalFileSessionProvider": parameters(nova_act.LocalFileSessionProvider),
        "S3SessionProvider": parameters(nova_act.S3SessionProvider),
        "AgentCoreBrowserSessionProvider": parameters(nova_act.AgentCoreBrowserSessionProvider),
    },
    "session": sorted(name for name in vars(nova_act.NovaAct) if not name.startswith("_")),
    "result": sorted(result - {"result.replayable"}),
    "exports": sorted(nova_act.__all__),
    "environment": environment,
}
print("@@" + json.dumps(facts))
