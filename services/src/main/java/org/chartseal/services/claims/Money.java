package org.chartseal.services.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money. Amounts of different currencies never meet: every operation on two of
 * them refuses it.
 *
 * @param cents the amount in the currency's smallest unit (ISO 4217), which is also the token's;
 *     may be negative
 */
public record Money(long cents, Currency currency) implements Comparable<Money> {

  /** Nothing at all. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads a plain decimal such as {@code 431.40}.
   *
   * @throws IllegalArgumentException if it is no decimal, or finer than the currency's smallest
   *     unit, or beyond 2^63 of them
   */
  public static Money parse(String decimal, Currency currency) {
    try {
      return of(new BigDecimal(decimal), currency);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a decimal", e);
    }
  }

  /**
   * The same of a number. An exponent of any size costs nothing: no digit is written out.
   *
   * @throws IllegalArgumentException if it is finer than the currency's smallest unit, or beyond
   *     2^63 of them
   */
  public static Money of(BigDecimal amount, Currency currency) {
    try {
      // Unlike movePointRight, this leaves a large exponent an exponent.
      BigDecimal units = amount.scaleByPowerOfTen(currency.getDefaultFractionDigits());
      return new Money(units.longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("not an exact amount in " + currency, e);
    }
  }

  /** The sum. */
  public Money plus(Money other) {
    return new Money(Math.addExact(cents, same(other).cents), currency);
  }

  /** The difference. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, same(other).cents), currency);
  }

  /** The smaller one. */
  public Money min(Money other) {
    return cents <= same(other).cents ? this : other;
  }

  /** This, or nothing when it is negative. */
  public Money atLeastZero() {
    return cents < 0 ? zero(currency) : this;
  }

  /** The share {@code rate} of it, rounded half to even. */
  public Money times(BigDecimal rate) {
    BigDecimal share = BigDecimal.valueOf(cents).multiply(rate);
    return new Money(share.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
  }

  /** Whether it is nothing. */
  public boolean isZero() {
    return cents == 0;
  }

  /** The amount with all the currency's decimals, for instance {@code 431.40}. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(cents, currency.getDefaultFractionDigits());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, same(other).cents);
  }

  @Override
  public String toString() {
    return decimal().toPlainString() + " " + currency;
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts in " + currency + " and " + other.currency + " do not meet");
    }
    return other;
  }
}
