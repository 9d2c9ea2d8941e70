package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.dock.ShippedImage;

/** An image in a registry: nothing runs, and its size is the figure. */
record Shipment(ShippedImage image) implements Subject {}
