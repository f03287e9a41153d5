package org.urgentaction.campaign;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells whether a telephone or fax number can be dialled (ITU-T E.164), and what may be meant. */
final class DialledNumbers {
  private static final String NO_REGION = "ZZ";
  private static final int LONGEST_WRONG_PREFIX = 3;

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /** What is wrong with a number, to follow it in a sentence, and the next step. */
  record Fault(String message, String advice) {}

  /**
   * The fault of a number; null where it can be dialled.
   *
   * @param country of the office, for numbers that are written without a country's code
   */
  @Nullable Fault fault(String number, @Nullable String country) {
    boolean international = number.strip().startsWith("+");
    String region = international || country == null ? NO_REGION : country;
    try {
      PhoneNumber parsed = numbers.parse(number, region);
      if (numbers.isValidNumber(parsed)) {
        return null;
      }
      String where = country(regionOf(parsed, country));
      String message =
          switch (numbers.isPossibleNumberWithReason(parsed)) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> "is too short for " + where;
            case TOO_LONG -> "is too long for " + where;
            case INVALID_LENGTH -> "has too few or too many digits for " + where;
            default -> "is in no range of numbers that is in use in " + where;
          };
      return new Fault(message, advice(number, country));
    } catch (NumberParseException e) {
      String message =
          switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE ->
                international
                    ? "cannot be dialled: no country has such a code"
                    : "has no country's code";
            case TOO_LONG -> "is too long to be a number";
            default -> "cannot be dialled";
          };
      return new Fault(message, advice(number, country));
    }
  }

  /** The office's country where the number has its code, else the code's main country. */
  private String regionOf(PhoneNumber number, @Nullable String country) {
    return country != null && numbers.getCountryCodeForRegion(country) == number.getCountryCode()
        ? country
        : numbers.getRegionCodeForCountryCode(number.getCountryCode());
  }

  private String advice(String number, @Nullable String country) {
    String meant = country == null ? null : meant(number, country);
    return meant == null
        ? "check it, and write it with its country's code"
        : "did you mean `" + meant + "`?";
  }

  /** The number with another prefix, where the country's own code makes it valid. */
  private @Nullable String meant(String number, String country) {
    int code = numbers.getCountryCodeForRegion(country);
    if (code == 0) {
      return null;
    }
    String digits = PhoneNumberUtil.normalizeDigitsOnly(number);
    List<String> candidates = new ArrayList<>();
    candidates.add("+" + digits);
    candidates.add("+" + code + digits);
    for (int n = 1; n <= LONGEST_WRONG_PREFIX && n < digits.length(); n++) {
      candidates.add("+" + code + digits.substring(n));
    }
    return candidates.stream()
        .map(candidate -> validIn(candidate, country))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String validIn(String candidate, String country) {
    try {
      PhoneNumber parsed = numbers.parse(candidate, NO_REGION);
      return numbers.isValidNumberForRegion(parsed, country)
          ? numbers.format(parsed, PhoneNumberFormat.INTERNATIONAL)
          : null;
    } catch (NumberParseException e) {
      return null;
    }
  }

  private static String country(String region) {
    String name = new Locale("", region).getDisplayCountry(Locale.ENGLISH);
    return name.isEmpty() || region.equals(NO_REGION) || region.equals("001")
        ? "any country"
        : name;
  }
}
