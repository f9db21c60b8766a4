package dev.fluxlab.workload.pod;

import java.util.regex.Pattern;

/**
 * What pods run on.
 *
 * @param node the name of the one node
 * @param nodeAddress the address it says it has
 * @param assumedImages images of these names run, ready at once, without their registry being asked and without the
 *     kubelet telling events; a pattern that fits nothing leaves every image to its registry
 */
public record Settings(String node, String nodeAddress, Pattern assumedImages) {

    boolean assumes(String image) {
        return assumedImages.matcher(image).matches();
    }
}
