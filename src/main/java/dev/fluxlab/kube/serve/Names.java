package dev.fluxlab.kube.serve;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Where new objects get their uids and generated names from. */
public interface Names {

    String uid();

    /** The five characters that complete a generated name. */
    String suffix();

    static Names of(RandomGenerator random) {
        return new Names() {
            private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789"; // no vowels: no words by accident

            @Override
            public String uid() {
                long high = random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
                long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
                return new UUID(high, low).toString();
            }

            @Override
            public String suffix() {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < 5; i++) {
                    text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                }
                return text.toString();
            }
        };
    }
}
