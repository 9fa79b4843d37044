/**
 * Registered letters through Elektroniczny Nadawca of Poczta Polska: posts them once, and asks for their electronic
 * receipts (EPO). See {@code docs/systems/post.md}.
 */
package pl.obieg.delivery.post;
