import { UserError, type Failure } from "../../errors.js";
import type { DatabaseTable } from "../../model/project.js";
import { placeOf } from "../place-of.js";
import { printable } from "../printable.js";
import { addressVariable } from "./server-access.js";

/** What kept a server from answering, whatever it calls it. */
export type ServerTrouble = "gone" | "login" | "table" | "rights" | "timeout" | "memory" | "number" | "other";

interface Told {
  readonly failure: Failure;
  readonly code: string;
  readonly text: string;
  readonly hint: string;
}

/**
 * A message about a server that did not answer.
 *
 * @param said - the server's own words; shown for trouble of no known kind only, without the secrets
 * @param secrets - texts that no message may hold: passwords, plain and as written in an address
 */
export function serverFailure(
  trouble: ServerTrouble,
  source: DatabaseTable,
  said: string,
  secrets: readonly string[],
): UserError {
  const { failure, code, text, hint } = told(trouble, source, withoutSecrets(said, secrets));
  return new UserError(failure, { code, severity: "error", place: placeOf(source), text, hint });
}

function told(trouble: ServerTrouble, { engine, table }: DatabaseTable, said: string): Told {
  const server = engine === "postgres" ? "PostgreSQL" : "ClickHouse";
  const variable = addressVariable(engine);
  switch (trouble) {
    case "gone":
      return {
        failure: "environment",
        code: "E-SERVER-GONE",
        text: `The ${server} server does not answer, or ended the connection.`,
        hint: `Check that it runs, and the address in ${variable}.`,
      };
    case "login":
      return {
        failure: "environment",
        code: "E-SERVER-LOGIN",
        text: `The ${server} server refused the user, the password or the database.`,
        hint: `Check the address in ${variable}; a password is written percent-encoded.`,
      };
    case "table":
      return {
        failure: "input",
        code: "E-TABLE",
        text: `There is no table "${printable(table)}" that this user can see.`,
        hint: "Write schema.table, and grant the user SELECT on it.",
      };
    case "rights":
      return {
        failure: "environment",
        code: "E-SERVER-RIGHTS",
        text: `The ${server} server does not let this user read the table.`,
        hint: "Grant SELECT on the table; nothing else is needed.",
      };
    case "timeout":
      return {
        failure: "limit",
        code: "E-SERVER-TIME",
        text: `The ${server} server gave up a query that took too long.`,
        hint: "Set FORTHRIGHT_QUERY_SECONDS higher, or name a view of fewer rows.",
      };
    case "memory":
      return {
        failure: "limit",
        code: "E-SERVER-MEMORY",
        text: `The ${server} server has not enough memory or disk for a query.`,
        hint: "Name fewer slice columns, or a view of fewer rows.",
      };
    case "number":
      return {
        failure: "input",
        code: "E-NUMBER-SIZE",
        text: "Unexpected number too large to be added up exactly.",
        hint: "Give the numbers in a larger unit, by a view.",
      };
    case "other":
      return {
        failure: "environment",
        code: "E-SERVER-QUERY",
        text: `The ${server} server refused a query: ${printable(said)}`,
        hint: "If the server speaks another dialect, read the table into a Parquet file.",
      };
  }
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}

/** Texts of an address that no message may hold: itself, and its password as written and as meant. */
export function secretsOf(address: string): string[] {
  const password = /:\/\/[^/@]*?:([^/@]*)@/.exec(address)?.[1] ?? "";
  try {
    return [address, password, decodeURIComponent(password)];
  } catch {
    return [address, password];
  }
}
