import { mkdir, chown, writeFile } from "node:fs/promises";
import path from "node:path";

import type { ClickhousePrograms } from "./find-programs.js";
import { freePort, serverFolder, serverOwner, startServer, type RunningServer } from "./server-process.js";

/** Several ClickHouse servers that know each other as the cluster `evidence`. */
export interface ClickhouseCluster {
  readonly servers: readonly ClickhouseServer[];
  readonly stop: () => Promise<void>;
}

export interface ClickhouseServer extends RunningServer {
  /** `http://user:password@127.0.0.1:port/default` */
  readonly url: string;
  readonly tcpPort: number;
  readonly user: string;
  readonly password: string;
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly interserver: number;
}

const user = "owner";
const password = "se/cret:p@ss w%rd";

/** Starts ClickHouse servers on free ports of the loopback address, with data in temporary folders. */
export async function startClickhouse(
  programs: ClickhousePrograms,
  count: number,
): Promise<ClickhouseCluster> {
  const ports: Ports[] = [];
  for (let at = 0; at < count; at += 1)
    ports.push({ http: await freePort(), tcp: await freePort(), interserver: await freePort() });
  const started = await Promise.allSettled(ports.map((own) => startOne(programs, own, ports)));
  const servers = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  const failed = started.find((one) => one.status === "rejected");
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return { servers, stop };
}

async function startOne(
  { server }: ClickhousePrograms,
  own: Ports,
  all: readonly Ports[],
): Promise<ClickhouseServer> {
  const owner = serverOwner();
  const folder = await serverFolder(owner);
  const files = { "config.xml": configuration(folder, own, all), "users.xml": users() };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  for (const name of ["", "data", "data/tmp", "log"]) {
    const made = path.join(folder, name);
    await mkdir(made, { recursive: true });
    if (owner.uid !== undefined && owner.gid !== undefined) await chown(made, owner.uid, owner.gid);
  }
  const url = `http://${user}:${encodeURIComponent(password)}@127.0.0.1:${own.http}/default`;
  const running = await startServer({
    program: server,
    args: [`--config-file=${path.join(folder, "config.xml")}`],
    folder,
    owner,
    stopSignal: "SIGTERM",
    answers: () =>
      runClickhouse(url, "select 1").then(
        () => true,
        () => false,
      ),
  });
  return { ...running, url, tcpPort: own.tcp, user, password };
}

/** A statement, or one with the bytes of rows to insert. */
export type ClickhouseStatement = string | { readonly sql: string; readonly bytes: Buffer };

/** Runs statements as the owner; @returns what each of them answered, as text. */
export async function runClickhouse(
  url: string,
  ...statements: readonly ClickhouseStatement[]
): Promise<string[]> {
  const address = new URL(url);
  const headers = {
    "X-ClickHouse-User": decodeURIComponent(address.username),
    "X-ClickHouse-Key": decodeURIComponent(address.password),
  };
  const answers: string[] = [];
  for (const statement of statements) {
    const target = new URL(address.origin);
    if (typeof statement !== "string") target.searchParams.set("query", statement.sql);
    const body = typeof statement === "string" ? statement : new Uint8Array(statement.bytes);
    const answer = await fetch(target, { method: "POST", headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    answers.push(text);
  }
  return answers;
}

function configuration(folder: string, own: Ports, all: readonly Ports[]): string {
  const shards = all.map(
    ({ tcp }) =>
      `<shard><replica><host>127.0.0.1</host><port>${tcp}</port><user>${user}</user><password>${password}</password></replica></shard>`,
  );
  return `<yandex>
  <logger><level>warning</level><log>${folder}/log/server.log</log><errorlog>${folder}/log/error.log</errorlog></logger>
  <http_port>${own.http}</http_port>
  <tcp_port>${own.tcp}</tcp_port>
  <interserver_http_port>${own.interserver}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/data/tmp/</tmp_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <timezone>UTC</timezone>
  <keep_alive_timeout>1</keep_alive_timeout>
  <mark_cache_size>1073741824</mark_cache_size>
  <remote_servers><evidence>${shards.join("")}</evidence></remote_servers>
</yandex>
`;
}

/** An owner, and a reader of the strictest kind, who may not even change a setting. */
function users(): string {
  const one = (name: string, profile: string): string =>
    `<${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;
  return `<yandex>
  <profiles><default><max_memory_usage>10000000000</max_memory_usage></default><strict><readonly>1</readonly></strict></profiles>
  <users>${one(user, "default")}${one("strict", "strict")}</users>
  <quotas><default></default></quotas>
</yandex>
`;
}
