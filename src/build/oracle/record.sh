#!/bin/sh
# Records the answers of Kubernetes' libraries again, for the tests of dev.fluxlab.kube.apply and kube.type.
set -eu
cd "$(dirname "$0")"
spec=$(go mod download -json k8s.io/kubernetes@v1.36.3 | sed -n 's/^.*"Dir": "\(.*\)".*$/\1/p')
go run . -openapi "$spec/api/openapi-spec/v3" -out ../../test/resources/dev/fluxlab/kube/oracle "$@"
