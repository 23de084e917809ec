// Posts one event to Linewatch. Node.js 18 or later, nothing to install: node client.js
const { randomUUID } = require("node:crypto");

const url = "@URL@";

// Events keep their ids over all tries: sending them again is safe, each counts once.
async function send(batch) {
  for (const pause of [1, 2, 4, 8, 0]) {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(batch),
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.ok) return await answer.json();
      if (answer.status < 500) {
        // The batch is wrong: sending it again does not help.
        console.error(`refused: ${answer.status} ${await answer.text()}`);
        process.exit(1);
      }
    } catch (error) {
      console.error(`try again: ${error.message}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pause * 1000));
  }
  console.error("not sent: keep the events and try again later");
  process.exit(2);
}

const event = {
  eventId: randomUUID(),
  machineId: "@MACHINE@",
  lineId: "Line 1",
  eventTime: new Date().toISOString(),
  durationMs: 4000,
  defectCount: 0,
};

send([event]).then((result) => {
  console.log(JSON.stringify(result));
  process.exitCode = result.rejected ? 1 : 0;
});
