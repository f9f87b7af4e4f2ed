"""Prints the template as SAM's transform makes it, as JSON: what CloudFormation gets.

    python3 src/test/python/transform.py template.yaml [--for-moto]
    python3 src/test/python/transform.py template.yaml --versions [Parameter=value …]

With --for-moto only what moto's CloudFormation makes is left (it skips aliases, HTTP APIs, alarms and schedules), and what calls
a function's alias calls the function itself. Without the stream's mapping: moto would call the function at every write, in Docker.
With --versions only the functions' versions are printed, as what CloudFormation compares: once with every default ("") and once for
each given value of one parameter. Where id or description is another, a version is published and the alias moves to it.
Needs the packages aws-sam-translator and boto3. Nothing is asked of AWS.
"""

import json
import os
import re
import sys

import boto3
import yaml

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's short tags as their long forms."""


def intrinsic(loader, suffix, node):
    name = suffix if suffix in ("Ref", "Condition") else "Fn::" + suffix
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {name: value}


Loader.add_multi_constructor("!", intrinsic)


def transformed(path, given):
    from samtranslator.parser.parser import Parser
    from samtranslator.translator.translator import Translator

    with open(path, encoding="utf-8") as text:
        template = yaml.load(text, Loader)
    # sam deploy puts the zip into a bucket and its place here.
    template["Globals"]["Function"]["CodeUri"] = "s3://code/function.zip"
    parameters = {
        name: parameter["Default"]
        for name, parameter in template["Parameters"].items()
        if "Default" in parameter
    }
    parameters.update(given)
    session = boto3.session.Session(region_name="us-east-1")
    translator = Translator({}, Parser(), boto_session=session)
    return translator.translate(template, parameter_values=parameters), parameters


MOTO_MAKES = {
    "AWS::DynamoDB::Table",
    "AWS::Events::EventBus",
    "AWS::Events::Rule",
    "AWS::IAM::Role",
    "AWS::Lambda::Function",
    "AWS::Logs::LogGroup",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::SecretsManager::Secret",
}


def replaced(value, references):
    if isinstance(value, dict):
        if set(value) == {"Ref"} and value["Ref"] in references:
            return references[value["Ref"]]
        return {name: replaced(inner, references) for name, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, references) for inner in value]
    return value


def versions(template, parameters):
    """A resource whose every property is create-only stands for its properties: others are another resource."""
    resources = template["Resources"]

    def text_of(match):
        name = match.group(1)
        if name in resources and resources[name]["Type"] == "AWS::AppConfig::HostedConfigurationVersion":
            return json.dumps(resolved(resources[name]["Properties"]))
        return str(parameters.get(name, match.group(0)))

    def resolved(value):
        if isinstance(value, dict) and set(value) == {"Ref"}:
            return re.sub("(.+)", text_of, value["Ref"])
        if isinstance(value, dict) and set(value) == {"Fn::Sub"}:
            return re.sub(r"\$\{(\w+)\}", text_of, value["Fn::Sub"])
        if isinstance(value, dict):
            return {name: resolved(inner) for name, inner in value.items()}
        return value

    return sorted(
        name + " " + str(resolved(resource["Properties"].get("Description")))
        for name, resource in resources.items()
        if resource["Type"] == "AWS::Lambda::Version"
    )


def for_moto(template):
    resources = template["Resources"]
    aliases = {
        name: resource["Properties"]["FunctionName"]
        for name, resource in resources.items()
        if resource["Type"] == "AWS::Lambda::Alias"
    }
    # The number of the settings, whose service moto's CloudFormation does not make.
    aliases["Settings"] = "1"
    kept = {name: resource for name, resource in resources.items() if resource["Type"] in MOTO_MAKES}
    return {**{name: part for name, part in template.items() if name != "Outputs"}, "Resources": replaced(kept, aliases)}


if __name__ == "__main__":
    if "--versions" in sys.argv:
        changes = ["", *sys.argv[sys.argv.index("--versions") + 1 :]]
        printed = {
            change: versions(*transformed(sys.argv[1], dict([change.split("=", 1)] if change else []))) for change in changes
        }
    else:
        printed, _ = transformed(sys.argv[1], {})
        if "--for-moto" in sys.argv:
            printed = for_moto(printed)
    json.dump(printed, sys.stdout, indent=1)
