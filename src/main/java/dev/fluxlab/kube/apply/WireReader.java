package dev.fluxlab.kube.apply;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of one protobuf message, one after the other; every length is checked against what is there. */
final class WireReader {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int number;
    private int wireType;

    private WireReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    static WireReader of(byte[] bytes) {
        return new WireReader(bytes, 0, bytes.length);
    }

    WireReader from(int start) {
        return new WireReader(bytes, start, end);
    }

    /** Moves to the next field; its value must be read or skipped before the next call. */
    boolean next() {
        if (at >= end) {
            return false;
        }
        long tag = varint();
        number = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        if (number <= 0) {
            throw new ProtobufException("illegal tag " + number + " (wire type " + wireType + ") at byte " + at);
        }
        return true;
    }

    int number() {
        return number;
    }

    /** Whether the field is a length and that many bytes: text, bytes, a message, or packed numbers. */
    boolean isBlock() {
        return wireType == LENGTH;
    }

    boolean isEmpty() {
        return at >= end;
    }

    long whole() {
        expect(VARINT);
        return varint();
    }

    double floating() {
        expect(FIXED_64);
        at = advance(8);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(at - 8);
    }

    String text() {
        WireReader block = message();
        return new String(bytes, block.at, block.end - block.at, StandardCharsets.UTF_8);
    }

    byte[] block() {
        WireReader block = message();
        return Arrays.copyOfRange(bytes, block.at, block.end);
    }

    WireReader message() {
        expect(LENGTH);
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new ProtobufException("unexpected EOF");
        }
        WireReader inner = new WireReader(bytes, at, at + (int) length);
        at += (int) length;
        return inner;
    }

    void skip() {
        switch (wireType) {
            case VARINT -> varint();
            case FIXED_64 -> at = advance(8);
            case FIXED_32 -> at = advance(4);
            case LENGTH -> message();
            default -> throw new ProtobufException("illegal wireType " + wireType);
        }
    }

    /** A number without tag, as packed lists hold them. */
    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw new ProtobufException("unexpected EOF");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ProtobufException("proto: integer overflow");
    }

    private int advance(int count) {
        if (count > end - at) {
            throw new ProtobufException("unexpected EOF");
        }
        return at + count;
    }

    private void expect(int wanted) {
        if (wireType != wanted) {
            throw new ProtobufException("proto: wrong wireType = " + wireType + " for field " + number);
        }
    }
}
