#!/bin/sh
# Renders every environment and the bootstrap folder, and refuses a commit that would not build on the cluster or that
# names an image without a tag or with a tag that can move.
set -eu
cd "$(git rev-parse --show-toplevel)"
if command -v kustomize >/dev/null 2>&1; then
  render() { kustomize build "$1"; }
elif command -v kubectl >/dev/null 2>&1; then
  render() { kubectl kustomize "$1"; }
else
  echo "refused: neither kustomize nor kubectl is on the PATH, so nothing can be rendered; install one of them" >&2
  exit 1
fi
status=0
for folder in flux/bootstrap/flux-system flux/bootstrap/infrastructure/image-automation flux/environments/*; do
  if ! rendered=$(render "$folder" 2>&1); then
    printf 'refused: %s does not render\n%s\n' "$folder" "$rendered" >&2
    status=1
    continue
  fi
  moving=$(printf '%s\n' "$rendered" | sed -n 's/^[ -]*image: *//p' | grep -Ev ':[a-z]+-v[0-9]+\.[0-9]+\.[0-9]+-[0-9a-f]+-[0-9]+$|^\$\{image_registry\}/[a-z]+$' || true)
  if [ -n "$moving" ]; then
    printf 'refused: %s names images whose tag is missing or can move:\n%s\n' "$folder" "$moving" >&2
    printf '  next: name the full tag ENV-vX.Y.Z-COMMIT-TIME, as the automation writes it\n' >&2
    status=1
  fi
done
exit $status
