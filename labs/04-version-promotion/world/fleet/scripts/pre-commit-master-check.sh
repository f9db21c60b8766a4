#!/bin/sh
# Refuses a commit made directly on the trunk. Flux applies what is on main, so a change to it is made on a branch,
# read, and then pushed to main. A revert is let through: in an incident it is the change.
set -eu
branch=$(git symbolic-ref --quiet --short HEAD || true)
case "$branch" in
  main|master) ;;
  *) exit 0 ;;
esac
if [ -e "$(git rev-parse --git-dir)/REVERT_HEAD" ]; then
  exit 0
fi
cat >&2 <<EOF
refused: this would be a commit directly on $branch, which Flux applies.
  next: git switch -c my-change, commit there, read the diff, then git push origin HEAD:$branch
EOF
exit 1
