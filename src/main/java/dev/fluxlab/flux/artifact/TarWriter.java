package dev.fluxlab.flux.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a tar whose bytes depend on names, modes and contents alone: no owners, no times. */
final class TarWriter implements AutoCloseable {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    void directory(String path) throws IOException {
        out.write(header(path + "/", 0750, 0, '5'));
    }

    void file(String path, boolean executable, long size, Content content) throws IOException {
        out.write(header(path, executable ? 0700 : 0600, size, '0'));
        content.writeTo(out);
        int rest = (int) (size % BLOCK);
        if (rest > 0) {
            out.write(new byte[BLOCK - rest]);
        }
    }

    /** Writes exactly the announced number of bytes. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }

    private byte[] header(String path, int mode, long size, char type) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length > NAME && split(path) < 0) {
            longName(name);
        }
        byte[] block = new byte[BLOCK];
        name(block, path);
        octal(block, 100, 8, mode);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, size);
        octal(block, 136, 12, 0);
        Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        put(block, 257, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
        octal(block, 148, 7, checksum(block));
        return block;
    }

    /** GNU's way to give a name of any length, for the few that ustar cannot split. */
    private void longName(byte[] name) throws IOException {
        out.write(header("././@LongLink", 0, name.length + 1L, 'L'));
        out.write(Arrays.copyOf(name, (name.length + BLOCK) / BLOCK * BLOCK));
    }

    private static void name(byte[] block, String path) {
        int split = split(path);
        byte[] name = (split < 0 ? path : path.substring(split + 1)).getBytes(StandardCharsets.UTF_8);
        put(block, 0, Arrays.copyOf(name, Math.min(name.length, NAME)));
        if (split > 0) {
            put(block, PREFIX_AT, path.substring(0, split).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where ustar divides a long name into prefix and name; -1 when it fits whole or cannot be divided. */
    private static int split(String path) {
        if (path.getBytes(StandardCharsets.UTF_8).length <= NAME) {
            return -1;
        }
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            int rest = path.substring(slash + 1).getBytes(StandardCharsets.UTF_8).length;
            int before = path.substring(0, slash).getBytes(StandardCharsets.UTF_8).length;
            if (rest > 0 && rest <= NAME && before <= PREFIX) {
                return slash;
            }
        }
        return -1;
    }

    private static int checksum(byte[] block) {
        int sum = 0;
        for (byte value : block) {
            sum += value & 0xff;
        }
        return sum;
    }

    private static void octal(byte[] block, int at, int length, long value) {
        String digits = Long.toOctalString(value);
        put(block, at, ("0".repeat(length - 1 - digits.length()) + digits).getBytes(StandardCharsets.US_ASCII));
    }

    private static void put(byte[] block, int at, byte[] value) {
        System.arraycopy(value, 0, block, at, value.length);
    }
}
