package org.chartseal.app.demo;

import java.util.List;

/**
 * How far the set-up is: {@code demo.json}.
 *
 * @param version of the file
 * @param staffed whether the organisations and their keys are there
 * @param filed the aliases of the patients whose records are signed and in the outbox
 * @param finished whether everything was final once
 */
record DemoState(int version, boolean staffed, List<String> filed, boolean finished) {

  static final int VERSION = 1;
  static final DemoState NOTHING = new DemoState(VERSION, false, List.of(), false);

  DemoState {
    filed = List.copyOf(filed);
  }

  DemoState withStaff() {
    return new DemoState(version, true, filed, finished);
  }

  DemoState withFiled(String alias) {
    List<String> more = new java.util.ArrayList<>(filed);
    more.remove(alias);
    more.add(alias);
    return new DemoState(version, staffed, more, false);
  }

  DemoState withFinished() {
    return new DemoState(version, staffed, filed, true);
  }
}
