import { nameIn } from "./words.ts";

/** Names of columns that tell of people alone. */
const OF_PEOPLE = new Set([
  "sex",
  "gender",
  "race",
  "ethnicity",
  "ethnic",
  "religion",
  "disability",
  "disabled",
  "nationality",
  "citizenship",
  "sexualorientation",
  "genderidentity",
  "maritalstatus",
  "pregnant",
  "pregnancy",
  "skintone",
  "caste",
  "veteran",
  "politicalaffiliation",
  "unionmembership",
  "immigrationstatus",
  "dateofbirth",
  "birthdate",
  "ageband",
  "agegroup",
  "yearofbirth",
  "birthyear",
  "woman",
  "women",
  "married",
  "hispanic",
]);
/** Names that things have too: a pump has an age, a text has a language, a plug is male. */
const OF_PEOPLE_OR_THINGS = new Set([
  "age",
  "language",
  "male",
  "female",
  "postcode",
  "postalcode",
  "zipcode",
  "birthplace",
  "countryofbirth",
]);

/** Whether a column's name is that of a protected attribute. Source: EU Charter Art. 21, US ECOA (Regulation B), Title VII. */
export function tellsOfPeople(column: string, peopleAffected: boolean): boolean {
  return attributeOfPeople(column, peopleAffected) !== null;
}

/** The protected attribute that a column's name has in it, such as `sex` of `applicant_sex`; null when it has none. */
export function attributeOfPeople(column: string, peopleAffected: boolean): string | null {
  return nameIn(column, OF_PEOPLE) ?? (peopleAffected ? nameIn(column, OF_PEOPLE_OR_THINGS) : null);
}
