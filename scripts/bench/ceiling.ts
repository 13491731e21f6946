/** The plainest way to the same rows in the same tables: one prepared statement for a batch of any size. */
export const ceilingStatement = {
  name: 'ceiling',
  text: `with recorded as (
      insert into responses (institution_id, learner_key, id, attempt_id, item_id, content_hash, payload_hash, language,
        option_order, position, exposure, answer, confidence_level, confidence, device_sequence, wall_time, elapsed_ms,
        clock_offset_ms, shown_ms, lease, origin, app_version, schema_version, received_at)
      select $1, $2, r.id, r."attemptId", r."itemId", r."contentHash", r."payloadHash", r.language,
        r."optionOrder", r.position, r.exposure, r.answer, r."confidenceLevel", r.confidence, r."deviceSequence", r."wallTime", r."elapsedMs",
        r."clockOffsetMs", r."shownMs", r.lease, r.origin, r."appVersion", r."schemaVersion", $3
      from jsonb_to_recordset($4::jsonb) as r(id uuid, "attemptId" uuid, "itemId" text, "contentHash" text, "payloadHash" text,
        language text, "optionOrder" text[], position smallint, exposure smallint, answer jsonb, "confidenceLevel" smallint,
        confidence double precision, "deviceSequence" integer, "wallTime" timestamptz, "elapsedMs" bigint, "clockOffsetMs" bigint,
        "shownMs" bigint, lease smallint, origin text, "appVersion" text, "schemaVersion" smallint)
      returning id, attempt_id, item_id),
    queued as (
      insert into unfolded_responses (institution_id, learner_key, response_id, attempt_id, item_id)
      select $1, $2, id, attempt_id, item_id from recorded)
    select id from recorded`,
};
