package dev.tarebench.benchmarks.measure;

import dev.tarebench.benchmarks.plan.Schedule;

/** A planned execution of a cell that is ready. */
record Shot(Schedule.Slot slot, Measurable measurable) {}
