package org.chartseal.views.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Window;

/**
 * Watches the JavaFX thread from outside. It posts one beat after the other, looks at the thread's
 * stack in between, and finds fault when our code reads or writes, or uses cryptography, there, or
 * when a beat is held up too long.
 *
 * <p>A machine that is busy with something else holds beats up as well. So what counts is the
 * processor time that the thread itself used since the beat before, and the time for which it was
 * seen waiting for something in our code; never the clock alone.
 */
public final class FxWatchdog implements AutoCloseable {

  private static final Duration GLANCE = Duration.ofMillis(5);
  private static final int FRAMES = 30;
  private static final String OURS = "org.chartseal.";
  private static final List<String> FORBIDDEN =
      List.of(
          "java.io.File",
          "java.io.RandomAccessFile",
          "java.nio.file.",
          "java.nio.channels.",
          "java.net.",
          "java.net.http.",
          "java.security.KeyStore",
          "java.security.MessageDigest",
          "java.security.Signature",
          "java.sql.",
          "javax.crypto.",
          "org.bouncycastle.",
          "org.sqlite.",
          "sun.nio.ch.",
          "sun.nio.fs.",
          "sun.security.provider.");

  /** What is loaded once in a process, whoever needs it first: classes, texts, fonts, looks. */
  private static final List<String> LOADING =
      List.of(
          "com.sun.javafx.css.",
          "com.sun.javafx.font.",
          "java.lang.ClassLoader",
          "java.lang.invoke.",
          "java.util.ResourceBundle",
          "java.util.ServiceLoader",
          "javafx.scene.CssStyleHelper",
          "javafx.scene.text.Font",
          "jdk.internal.loader.",
          "org.kordamp.ikonli.",
          "sun.util.locale.provider.",
          "sun.util.resources.");

  private final Duration limit;
  private final Charge charge;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread fx;
  private final Thread watcher;
  private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final Set<String> faults = Collections.synchronizedSet(new LinkedHashSet<>());
  private volatile boolean watching = true;
  private volatile boolean beaten = true;
  private long cpuBefore;

  private boolean showing;

  /** Which time of the thread counts. */
  public enum Charge {
    /** In our code, and not while something is loaded: for what runs for the first time. */
    OURS,
    /** All of it, the toolkit's layout included: for what ran before. */
    ALL
  }

  private record Sample(long at, Thread.State state, StackTraceElement[] stack) {
    private boolean isOurs() {
      for (StackTraceElement frame : stack) {
        if (startsWithAny(frame, LOADING)) {
          return false;
        }
        if (frame.getClassName().startsWith(OURS) && !isTest(frame)) {
          return true;
        }
      }
      return false;
    }

    private boolean waits() {
      return state == Thread.State.WAITING
          || state == Thread.State.TIMED_WAITING
          || state == Thread.State.BLOCKED;
    }
  }

  /**
   * Watches from now on.
   *
   * @param limit for which the thread may be held up
   */
  public FxWatchdog(Duration limit, Charge charge) {
    this.limit = limit;
    this.charge = charge;
    FutureTask<Thread> asked =
        new FutureTask<>(() -> {
          showing = isShowing();
          return Thread.currentThread();
        });
    Platform.runLater(asked);
    this.fx = result(asked);
    this.cpuBefore = threads.getThreadCpuTime(fx.threadId());
    this.watcher = Thread.ofPlatform().daemon().name("fx-watchdog").start(this::watch);
  }

  private static Thread result(FutureTask<Thread> asked) {
    try {
      return asked.get();
    } catch (Exception e) {
      throw new AssertionError("the toolkit does not run", e);
    }
  }

  /** What was found so far, each once. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * Ends watching.
   *
   * @throws AssertionError if fault was found
   */
  @Override
  public void close() {
    watching = false;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<String> found = faults();
    if (!found.isEmpty()) {
      throw new AssertionError(
          "the JavaFX thread was held up "
              + found.size()
              + " times:\n"
              + String.join("\n\n", found));
    }
  }

  private void watch() {
    while (watching) {
      if (beaten) {
        beaten = false;
        Platform.runLater(this::beat);
      }
      look();
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  private void look() {
    Thread.State state = fx.getState();
    StackTraceElement[] stack = fx.getStackTrace();
    samples.add(new Sample(System.nanoTime(), state, stack));
    int forbidden = forbidden(stack);
    if (forbidden >= 0) {
      faults.add("reads, writes or does cryptography: " + words(stack));
    }
  }

  /** Between this beat and the one before, others had the thread. On the JavaFX thread. */
  private void beat() {
    long cpu = threads.getCurrentThreadCpuTime();
    long used = cpu - cpuBefore;
    cpuBefore = cpu;
    List<Sample> since = new ArrayList<>();
    for (Sample sample = samples.poll(); sample != null; sample = samples.poll()) {
      since.add(sample);
    }
    boolean before = showing;
    showing = isShowing();
    // Nobody is held up before there is a window; how long the first one takes is measured
    // elsewhere.
    if (before || !showing) {
      judge(used, since);
    }
    beaten = true;
  }

  private static boolean isShowing() {
    return Window.getWindows().stream().anyMatch(Window::isShowing);
  }

  private void judge(long used, List<Sample> since) {
    List<Sample> ours = since.stream().filter(Sample::isOurs).toList();
    List<Sample> worked = since.stream().filter(sample -> !sample.waits()).toList();
    long working =
        switch (charge) {
          case ALL -> used;
          case OURS ->
              worked.isEmpty()
                  ? 0
                  : used * ours.stream().filter(sample -> !sample.waits()).count() / worked.size();
        };
    long held = working + waited(since);
    if (held > limit.toNanos()) {
      List<Sample> shown = ours.isEmpty() ? since : ours;
      faults.add(
          "held up for "
              + Duration.ofNanos(held).toMillis()
              + " ms: "
              + (shown.isEmpty() ? "" : words(shown.get(shown.size() / 2).stack())));
    }
  }

  /** The time for which our code was seen waiting at one look and still at the next. */
  private static long waited(List<Sample> since) {
    long sum = 0;
    for (int i = 1; i < since.size(); i++) {
      Sample before = since.get(i - 1);
      Sample now = since.get(i);
      if (before.waits() && before.isOurs() && now.waits() && now.isOurs()) {
        sum += now.at() - before.at();
      }
    }
    return sum;
  }

  /** Where our code asked for what it may not do on this thread; less than 0 if nowhere. */
  private static int forbidden(StackTraceElement[] stack) {
    int found = -1;
    for (int i = 0; i < stack.length; i++) {
      if (startsWithAny(stack[i], LOADING)) {
        return -1;
      }
      if (found < 0 && startsWithAny(stack[i], FORBIDDEN)) {
        found = i;
      }
      if (found >= 0 && stack[i].getClassName().startsWith(OURS)) {
        return isTest(stack[i]) ? -1 : found;
      }
    }
    return -1;
  }

  /** What a test itself does on the thread is not the product's fault. */
  private static boolean isTest(StackTraceElement frame) {
    return frame.getClassName().contains("Test");
  }

  private static boolean startsWithAny(StackTraceElement frame, List<String> names) {
    return names.stream().anyMatch(frame.getClassName()::startsWith);
  }

  private static String words(StackTraceElement[] stack) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
      words.append("\n    at ").append(stack[i]);
    }
    return words.toString();
  }
}
