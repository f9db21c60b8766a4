#!/usr/bin/env bash
# The time of the world, which can be ahead of the machine's: date [-u] [+FORMAT]. Everything else is for the real one.
if [ "${1:-}" = -u ]; then shift; fi
case "$#:${1:-+}" in
  0:* | 1:+*)
    format=${1:-+%a %b %e %H:%M:%S UTC %Y}
    printf "%(${format#+})T\n" $(($(printf '%(%s)T' -1) + FLUXLAB_CLOCK_AHEAD))
    ;;
  *)
    PATH=/usr/bin:/bin exec date "$@"
    ;;
esac
