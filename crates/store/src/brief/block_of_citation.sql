SELECT id, brief_block_id FROM citation WHERE uid = ?
