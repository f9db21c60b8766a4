package dev.fluxlab.course;

import java.util.List;

/**
 * A tempting wrong way through a step: after its commands the step's check fails and says this.
 *
 * @param says a part of the failure's message
 */
public record WrongWay(String name, List<Command> commands, String says, Place place) {

    public WrongWay {
        commands = List.copyOf(commands);
    }
}
