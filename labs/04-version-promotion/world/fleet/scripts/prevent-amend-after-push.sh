#!/bin/sh
# Refuses to amend a commit that has been pushed: the cluster and the automation have seen it, and a rewritten history
# can only be pushed by force. git hands prepare-commit-msg "commit HEAD" when it amends.
set -eu
[ "${2:-}" = "commit" ] && [ "${3:-}" = "HEAD" ] || exit 0
pushed=$(git branch --remotes --contains HEAD 2>/dev/null || true)
[ -n "$pushed" ] || exit 0
cat >&2 <<EOF
refused: $(git rev-parse --short HEAD) is already on$(printf ' %s' $pushed); amending it would rewrite what others have seen.
  next: make a new commit, or git revert it
EOF
exit 1
