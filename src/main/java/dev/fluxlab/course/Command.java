package dev.fluxlab.course;

import java.util.List;

/** A command line a learner types, and the lines it is expected to print ("…" stands for anything). */
public record Command(String line, List<String> output, Place place) {

    public Command {
        output = List.copyOf(output);
    }
}
