import { UserError } from "../../errors.js";
import type { DatabaseTable } from "../../model/project.js";
import { placeOf } from "../place-of.js";

/** How the servers of a table are reached, and how long each of their answers may take. */
export interface Access {
  /** One address per shard; each may hold a password, and none is ever printed. */
  readonly addresses: readonly string[];
  /** After so many seconds a server gives a query up. */
  readonly seconds: number;
}

const usualSeconds = 300;

/** Environment variable that holds the addresses of an engine's servers. */
export function addressVariable(engine: DatabaseTable["engine"]): string {
  return engine === "postgres" ? "FORTHRIGHT_POSTGRES_URL" : "FORTHRIGHT_CLICKHOUSE_URL";
}

/**
 * What the environment says about the servers of a table. Never the plan: a password in a project would be
 * committed with it.
 *
 * @param env - addresses, one per shard, between commas (a comma in a password is written %2C); and
 *   FORTHRIGHT_QUERY_SECONDS, 300 when not given
 * @throws UserError when there is no address, or one that is none; no message repeats it
 */
export function serverAccess(
  source: DatabaseTable,
  env: Readonly<Record<string, string | undefined>>,
): Access {
  const variable = addressVariable(source.engine);
  const schemes = source.engine === "postgres" ? ["postgres:", "postgresql:"] : ["http:", "https:"];
  const refuse = (text: string, hint: string): UserError =>
    new UserError("environment", {
      code: "E-SERVER-ADDRESS",
      severity: "error",
      place: placeOf(source),
      text,
      hint,
    });
  const example = `Write ${variable}=${schemes[0] ?? ""}//user:password@host:port/database, percent-encoded; several shards between commas.`;
  const addresses = (env[variable] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  if (addresses.length === 0) throw refuse(`The environment has no ${variable}.`, example);
  if (!addresses.every((address) => schemes.includes(schemeOf(address))))
    throw refuse(
      `Unexpected address in ${variable}, expected one that begins ${schemes[0] ?? ""}//.`,
      example,
    );
  const given = env.FORTHRIGHT_QUERY_SECONDS;
  const seconds = given === undefined ? usualSeconds : Number(given);
  if (!(seconds > 0 && seconds <= 86_400))
    throw refuse(
      "Unexpected FORTHRIGHT_QUERY_SECONDS, expected a number of seconds up to a day.",
      "Leave it out for 300.",
    );
  return { addresses, seconds };
}

function schemeOf(address: string): string {
  try {
    const { protocol, username, password } = new URL(address);
    decodeURIComponent(username + password);
    return protocol;
  } catch {
    return "";
  }
}
