"""Prints the template as SAM's transform makes it, as JSON: what CloudFormation gets.

    python3 src/test/python/transform.py template.yaml [--for-moto]

With --for-moto only what moto's CloudFormation makes is left (it skips aliases, HTTP APIs, alarms and schedules), and what calls
a function's alias calls the function itself.
Needs the packages aws-sam-translator and boto3. Nothing is asked of AWS.
"""

import json
import os
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


def transformed(path):
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
    session = boto3.session.Session(region_name="us-east-1")
    translator = Translator({}, Parser(), boto_session=session)
    return translator.translate(template, parameter_values=parameters)


MOTO_MAKES = {
    "AWS::DynamoDB::Table",
    "AWS::Events::EventBus",
    "AWS::Events::Rule",
    "AWS::IAM::Role",
    "AWS::Lambda::EventSourceMapping",
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


def for_moto(template):
    resources = template["Resources"]
    aliases = {
        name: resource["Properties"]["FunctionName"]
        for name, resource in resources.items()
        if resource["Type"] == "AWS::Lambda::Alias"
    }
    kept = {name: resource for name, resource in resources.items() if resource["Type"] in MOTO_MAKES}
    return {**{name: part for name, part in template.items() if name != "Outputs"}, "Resources": replaced(kept, aliases)}


if __name__ == "__main__":
    template = transformed(sys.argv[1])
    if "--for-moto" in sys.argv:
        template = for_moto(template)
    json.dump(template, sys.stdout, indent=1)
