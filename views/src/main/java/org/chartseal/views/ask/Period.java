package org.chartseal.views.ask;

import java.time.Duration;

/** For how long a record is asked for. */
enum Period {
  HOURS_2(Duration.ofHours(2)),
  HOURS_8(Duration.ofHours(8)),
  DAYS_7(Duration.ofDays(7)),
  DAYS_30(Duration.ofDays(30)),
  YEAR(Duration.ofDays(365));

  private final Duration duration;

  Period(Duration duration) {
    this.duration = duration;
  }

  Duration duration() {
    return duration;
  }
}
