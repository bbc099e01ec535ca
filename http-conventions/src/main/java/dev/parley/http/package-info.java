/**
 * What every HTTP endpoint of Parley does alike: {@link dev.parley.http.ErrorBody error bodies},
 * {@link dev.parley.http.RequestFields request fields} with their 422 answers, snake_case JSON and
 * the service secret of internal endpoints. A service gets all of it by depending on this module.
 */
package dev.parley.http;
