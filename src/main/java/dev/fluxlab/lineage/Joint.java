package dev.fluxlab.lineage;

import java.util.function.Function;

/** How one link is judged: its name, and what follows from the trail so far. */
record Joint(String name, Function<Trail, Link> judge) {}
