"""Prints a SAM template as CloudFormation would be given it. Nothing is asked of AWS."""
import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")

from samtranslator.translator.transform import transform  # noqa: E402


class NoManagedPolicies:
    def load(self):
        return {}


with open(sys.argv[1], encoding="utf-8") as file:
    template = json.load(file)
for resource in template["Resources"].values():
    if resource["Type"] == "AWS::Serverless::Function":
        # Where the deployment tool puts the package.
        resource["Properties"]["CodeUri"] = "s3://bucket/package.zip"
json.dump(transform(template, {}, NoManagedPolicies()), sys.stdout)
