UPDATE article_tag SET tag_id = ?2
WHERE tag_id = ?1 AND article_id NOT IN (SELECT article_id FROM article_tag WHERE tag_id = ?2)
