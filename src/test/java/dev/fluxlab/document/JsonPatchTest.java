package dev.fluxlab.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class JsonPatchTest {

    @Test
    void adds_into_the_middle_of_an_array_and_at_its_end() {
        assertThat(
                        patched(
                                "{\"a\":[1,3]}",
                                "[{\"op\":\"add\",\"path\":\"/a/1\",\"value\":2},{\"op\":\"add\",\"path\":\"/a/-\",\"value\":4}]"))
                .hasToString("{\"a\":[1,2,3,4]}");
    }

    @Test
    void removing_what_is_not_there_is_an_error_with_its_path() {
        assertThatThrownBy(() -> patched("{\"a\":1}", "[{\"op\":\"remove\",\"path\":\"/b\"}]"))
                .hasMessage("error in remove for path: '/b': Unable to remove nonexistent key: b: missing value");
    }

    @Test
    void moves_and_tests() {
        assertThat(
                        patched(
                                "{\"a\":{\"b\":1}}",
                                "[{\"op\":\"test\",\"path\":\"/a/b\",\"value\":1},{\"op\":\"move\",\"from\":\"/a/b\",\"path\":\"/c\"}]"))
                .hasToString("{\"a\":{},\"c\":1}");
        assertThatThrownBy(() -> patched("{\"a\":1}", "[{\"op\":\"test\",\"path\":\"/a\",\"value\":2}]"))
                .hasMessageContaining("test failed");
    }

    private static Json patched(String value, String patch) {
        return JsonPatch.of(JsonText.read(patch)).apply(JsonText.read(value));
    }
}
