package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Cell;
import dev.tarebench.reports.journal.Metrics;
import dev.tarebench.toolchains.images.ServedImage;
import dev.tarebench.toolchains.launch.Instrument;
import dev.tarebench.toolchains.launch.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cell that runs nothing: what a registry serves is read and weighed. Its sample has sizes, and no wall time. */
final class ShipmentCell implements Measurable {

    private final Prepared prepared;
    private final Shipment shipment;
    private Instant startedAt = Instant.EPOCH;
    private Optional<ServedImage> served = Optional.empty();
    private Optional<String> failure = Optional.empty();

    ShipmentCell(Prepared prepared, Shipment shipment) {
        this.prepared = prepared;
        this.shipment = shipment;
    }

    @Override
    public Cell cell() {
        return prepared.cell();
    }

    @Override
    public void before(int paddingBytes) {
        startedAt = Instant.now();
    }

    @Override
    public void execute() {
        try {
            served = Optional.of(shipment.image().read());
        } catch (IOException unreadable) {
            failure = Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public Trial after() {
        Map<String, Long> metrics = new TreeMap<>();
        served.ifPresent(image -> {
            metrics.put(Metrics.COMPRESSED_SIZE.key(), image.servedBytes());
            metrics.put(Metrics.IMAGE_SIZE.key(), image.unpackedBytes());
            metrics.put(Metrics.LAYERS.key(), (long) image.layers());
        });
        Outcome outcome = failure.<Outcome>map(Outcome.WrongOutput::new).orElseGet(Outcome.Completed::new);
        return new Trial(
                outcome, startedAt, Instrument.EXACT, new TreeMap<>(metrics), Map.of(), prepared.notes(), List.of());
    }

    @Override
    public void clear() {
        served = Optional.empty();
        failure = Optional.empty();
    }
}
