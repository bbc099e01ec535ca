/** Checks deploy/kubernetes against Kubernetes' schema and against itself, without a cluster. */
package dev.parley.system.kubernetes;
