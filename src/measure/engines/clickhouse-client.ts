/** The client by names that survive bundling: a dynamic import of its own would find none in it. */
export { ClickHouseLogLevel, createClient } from "@clickhouse/client";
