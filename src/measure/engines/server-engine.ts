import { isFile, type DatabaseTable } from "../../model/project.js";
import { countOnServers } from "./count-on-servers.js";
import type { Engine } from "./engine.js";
import type { Access } from "./server-access.js";
import type { TableServer } from "./table-server.js";

/**
 * An engine for tables on servers: opens every address at the same time, counts, and closes what it opened.
 *
 * @param open - connects to one address and finds the table there; throws UserError
 */
export function serverEngine(
  id: DatabaseTable["engine"],
  open: (address: string, source: DatabaseTable, access: Access) => Promise<TableServer>,
): Engine {
  return {
    id,
    count: async (query, access) => {
      const { source } = query;
      if (isFile(source) || access === null) throw new Error(`The engine ${id} reads tables on servers only`);
      const opened = await Promise.allSettled(
        access.addresses.map((address) => open(address, source, access)),
      );
      const servers = opened.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      try {
        const failed = opened.find((one) => one.status === "rejected");
        if (failed !== undefined) throw failed.reason;
        return await countOnServers(query, servers);
      } finally {
        await Promise.all(servers.map((server) => server.close()));
      }
    },
  };
}
