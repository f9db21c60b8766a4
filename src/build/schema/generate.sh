#!/bin/sh
# Writes the schema data of src/main/resources again, from the modules that go.mod and this file name.
set -eu
cd "$(dirname "$0")"
version=v1.36.3
spec=$(go mod download -json "k8s.io/kubernetes@$version" | sed -n 's/^.*"Dir": "\(.*\)".*$/\1/p')
out=../../main/resources/dev/fluxlab/kube/type/schema
mkdir -p "$out"
rm -f "$out"/*.gz
go run . -openapi "$spec/api/openapi-spec/v3" -enums "$spec/pkg/generated/openapi/zz_generated.openapi.go" -out "$out"
