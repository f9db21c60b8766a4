package dev.fluxlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

    private static final Entry ENTRY = new Entry(Instant.EPOCH, "checked", "lab/step", Obj.of("a", "b"));

    @TempDir
    Path folder;

    @Test
    void what_was_added_is_there_after_a_restart() {
        Path file = folder.resolve("journal.jsonl");
        Journal.open(file).add(ENTRY);
        assertThat(Journal.open(file).entries()).containsExactly(ENTRY);
    }

    @Test
    void a_last_line_cut_short_by_a_kill_is_cut_off_and_the_rest_kept() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Journal.open(file).add(ENTRY);
        Files.writeString(file, "{\"when\":\"19", StandardOpenOption.APPEND);
        Journal reopened = Journal.open(file);
        reopened.add(ENTRY);
        assertThat(Journal.open(file).entries()).containsExactly(ENTRY, ENTRY);
    }

    @Test
    void a_broken_line_is_named_and_the_file_kept() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Files.writeString(file, "nonsense\n{}\n");
        assertThatThrownBy(() -> Journal.open(file))
                .isInstanceOf(JournalBroken.class)
                .hasMessageContaining("line 1");
        assertThat(file).hasContent("nonsense\n{}\n");
    }
}
