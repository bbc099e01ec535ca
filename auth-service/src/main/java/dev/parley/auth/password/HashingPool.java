package dev.parley.auth.password;

import dev.parley.http.AddressLimit;
import dev.parley.http.ClientAddress;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ParleyException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The few threads that compute hashes, so that many logins at once slow each other down and nothing
 * else. Its queue is bounded: where it is full, a caller fails with UNAVAILABLE and may try again.
 * So does one whose address has half of it already: nobody alone keeps all others out.
 */
final class HashingPool implements AutoCloseable {

  private final ThreadPoolExecutor threads;
  private final AddressLimit share;

  HashingPool(int threadCount, int maxWaiting) {
    threads =
        new ThreadPoolExecutor(
            threadCount,
            threadCount,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(maxWaiting),
            Thread.ofPlatform().daemon().name("password-hash-", 1).factory());
    share = new AddressLimit(Math.ceilDiv(maxWaiting, 2));
  }

  /** Blocks the caller, which should be a virtual thread, until the work is done. */
  <T> T compute(ClientAddress from, Supplier<T> work) {
    if (!share.enter(from)) {
      throw new ParleyException(ErrorCode.UNAVAILABLE);
    }
    try {
      return compute(work);
    } finally {
      share.leave(from);
    }
  }

  private <T> T compute(Supplier<T> work) {
    Future<T> result = submit(work);
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ParleyException(ErrorCode.UNAVAILABLE, e);
    } catch (CancellationException e) {
      throw new ParleyException(ErrorCode.UNAVAILABLE, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A password could not be hashed", e.getCause());
    }
  }

  /** Callers that wait for a thread. */
  int waiting() {
    return threads.getQueue().size();
  }

  private <T> Future<T> submit(Supplier<T> work) {
    try {
      return threads.submit(work::get);
    } catch (RejectedExecutionException e) {
      throw new ParleyException(ErrorCode.UNAVAILABLE, e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
