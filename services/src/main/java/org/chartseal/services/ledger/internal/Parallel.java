package org.chartseal.services.ledger.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Asks several at once, each on its own virtual thread, but no more than an endpoint may be asked
 * at a time.
 */
final class Parallel {

  private static final int AT_ONCE = 8;

  private Parallel() {}

  /** The answers in the order of the questions; the task must not throw. */
  static <Q, A> Map<Q, A> map(List<Q> questions, Function<Q, A> task) {
    Map<Q, A> answers = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Semaphore turns = new Semaphore(AT_ONCE);
      Map<Q, Future<A>> futures = new LinkedHashMap<>();
      for (Q question : questions) {
        futures.put(question, threads.submit(() -> inTurn(turns, question, task)));
      }
      futures.forEach((question, future) -> answers.put(question, result(future)));
    }
    return answers;
  }

  private static <Q, A> A inTurn(Semaphore turns, Q question, Function<Q, A> task) {
    turns.acquireUninterruptibly();
    try {
      return task.apply(question);
    } finally {
      turns.release();
    }
  }

  private static <A> A result(Future<A> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a task that reports its failures as results threw", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
