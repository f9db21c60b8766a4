package dev.fluxlab.flux.api;

import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an ImageRepository. */
public record ImageRepositoryStatus(
        long observedGeneration,
        List<Condition> conditions,
        String canonicalImageName,
        @Nullable ScanResult lastScanResult,
        List<String> observedExclusionList,
        String lastHandledReconcileAt)
        implements FluxStatus {

    public ImageRepositoryStatus {
        conditions = Absent.list(conditions);
        canonicalImageName = Absent.text(canonicalImageName);
        observedExclusionList = Absent.list(observedExclusionList);
        lastHandledReconcileAt = Absent.text(lastHandledReconcileAt);
    }

    /** What the last good scan found. */
    public record ScanResult(
            @Required String revision, @Required int tagCount, String scanTime, List<String> latestTags) {

        public ScanResult {
            revision = Absent.text(revision);
            scanTime = Absent.text(scanTime);
            latestTags = Absent.list(latestTags);
        }
    }
}
