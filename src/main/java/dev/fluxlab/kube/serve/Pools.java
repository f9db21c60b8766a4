package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.kube.store.Store;
import dev.fluxlab.kube.store.Stored;
import dev.fluxlab.kube.type.Allocations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Service addresses (10.96.0.0/16) and node ports. What is free is read from the Services there are; each search goes on where
 * the last one ended, so that two Services made at once do not get the same.
 */
final class Pools implements Allocations {

    private static final int ADDRESSES = 1 << 16;
    private static final int FIRST_ADDRESS = 10; // the first ten are kept for well-known services
    private static final int FIRST_PORT = 30_000;
    private static final int PORTS = 2_768;

    private final Store store;
    private int nextAddress = FIRST_ADDRESS;
    private int nextPort;

    Pools(Store store) {
        this.store = store;
    }

    @Override
    public synchronized Optional<String> clusterIp(Optional<String> wanted) {
        Set<String> taken = new HashSet<>();
        for (Stored service : store.now().list("services", "")) {
            taken.add(service.object().text("spec", "clusterIP"));
        }
        if (wanted.isPresent()) {
            return wanted.filter(address -> address.startsWith("10.96.") && !taken.contains(address));
        }
        for (int tried = 0; tried < ADDRESSES; tried++) {
            String address = address(nextAddress);
            nextAddress = nextAddress + 1 < ADDRESSES - 1 ? nextAddress + 1 : FIRST_ADDRESS;
            if (!taken.contains(address)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    private static String address(int number) {
        return "10.96." + (number >> 8) + "." + (number & 0xFF);
    }

    @Override
    public synchronized Optional<Integer> nodePort(Optional<Integer> wanted) {
        Set<Long> taken = new HashSet<>();
        for (Stored service : store.now().list("services", "")) {
            service.object()
                    .items("spec", "ports")
                    .forEach(port -> port.at("nodePort").flatMap(Json::asLong).ifPresent(taken::add));
        }
        if (wanted.isPresent()) {
            return wanted.filter(
                    port -> port >= FIRST_PORT && port < FIRST_PORT + PORTS && !taken.contains((long) port));
        }
        for (int tried = 0; tried < PORTS; tried++) {
            int port = FIRST_PORT + nextPort;
            nextPort = (nextPort + 1) % PORTS;
            if (!taken.contains((long) port)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }
}
