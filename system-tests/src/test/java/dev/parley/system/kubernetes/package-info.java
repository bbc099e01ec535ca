/** deploy/kubernetes, held against what Kubernetes takes and against itself, without a cluster. */
package dev.parley.system.kubernetes;
