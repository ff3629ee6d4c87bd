"use strict";

// Which part of the run the timeline shows. Never beyond the run, never less than some nanoseconds.
ClusterSim.TimelineRange = class {
  constructor(end) {
    this.end = Math.max(1, end);
    this.from = 0;
    this.to = this.end;
  }

  get length() {
    return this.to - this.from;
  }

  /** Whether it is all of the run. */
  get isWhole() {
    return this.from <= 0 && this.to >= this.end;
  }

  show(from, to) {
    const length = Math.min(this.end, Math.max(Math.min(10, this.end), to - from));
    const middle = (from + to) / 2;
    this.from = Math.min(Math.max(0, middle - length / 2), this.end - length);
    this.to = this.from + length;
  }

  showAll() {
    this.show(0, this.end);
  }

  /** Makes it so many times as long; what is at a time stays where it is. */
  zoom(factor, at = (this.from + this.to) / 2) {
    const length = Math.min(this.end, Math.max(10, this.length * factor));
    const from = at - ((at - this.from) / this.length) * length;
    this.show(from, from + length);
  }

  /** Moves it by a share of its length. */
  pan(share) {
    const length = this.length;
    this.from = Math.min(Math.max(0, this.from + share * length), this.end - length);
    this.to = this.from + length;
  }
};
