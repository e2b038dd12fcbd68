UPDATE annotation_tag SET tag_id = ?2
WHERE tag_id = ?1 AND annotation_id NOT IN (SELECT annotation_id FROM annotation_tag WHERE tag_id = ?2)
