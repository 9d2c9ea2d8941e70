package dev.tarebench.benchmarks.measure;

/** What a cell is about: something that is launched and weighed, or an image that is weighed as it lies. */
sealed interface Subject permits Vessel, Shipment {}
