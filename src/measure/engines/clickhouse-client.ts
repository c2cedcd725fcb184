/** The client by a name that survives bundling: a dynamic import of its own would find no names in it. */
export { createClient } from "@clickhouse/client";
