package dev.parley.history.conversations;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * {@code {"conversations":[…],"has_more":true,"next_before":"1767323045678901-17"}}, latest
 * activity first.
 *
 * @param nextBefore what to send as {@code before} for the next page; null on the last one
 */
@RegisterForReflection
record OverviewPage(List<Overview> conversations, boolean hasMore, String nextBefore) {}
